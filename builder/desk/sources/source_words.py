"""Words by which reports name their sources, a line or more for each language.

All languages stand together: a paragraph quotes across them, and a word of one means nothing in another.
"""

from __future__ import annotations

RELYING = """
    citing / quoting / with reference to / referring to / with a reference to / which cited / which cites / relying on
    unter Berufung auf / mit Verweis auf / unter Verweis auf
    citant / qui cite / qui citent / se fondant sur / s'appuyant sur / s’appuyant sur
    citand / citando a / citando / que cita a / que cita / con riferimento a
    z powołaniem na / powołując się na
    з посиланням на / із посиланням на / зі посиланням на / з покликанням на / посилаючись на / покликаючись на
    со ссылкой на / ссылаясь на
"""
RELAYED_BY = """
    as reported by / as cited by / as quoted by / as relayed by / reported via / zitiert nach / relayé par / repris par
    recogido por / citado por / передає / переказує / передает / передаёт
    як передає / як переказує / как передает / как передаёт
"""
REPORTS = """
    reported / reports / has reported / have reported / writes / wrote / revealed / first reported
    berichtet / berichtete / berichten / meldet / meldete / schreibt / schrieb
    rapporte / a rapporté / ont rapporté / écrit / a écrit / a révélé / révèle
    informa / informó / publica / publicó / reveló
    повідомляє / повідомив / повідомила / повідомило / пише / сообщает / сообщил / сообщила / сообщило / пишет
    enthüllte
    adelantó / adelanta / avanzó
    передає / передаёт / передает
    пишут / пишуть
"""
SAID = """
    said / says / say / announced / announces / confirmed / warned / stated / told reporters / told journalists
    sagte / sagten / erklärte / erklärten / bestätigte / bestätigten / betonte / warnte
    a dit / a déclaré / ont déclaré / a indiqué / ont indiqué / a annoncé / ont annoncé / a affirmé / a expliqué
    a précisé
    dijo / dijeron / afirmó / afirmaron / informó / informaron / anunció / anunciaron / aseguró / aseguran / aseguraron
    confirmó / explicó / declaró / señaló
    сказав / сказала / сказали / заявив / заявила / заявили / повідомив / повідомила / повідомили / повідомило
    повідомляє / розповів / розповіла / розповіли / підтвердив / підтвердила / зазначив / зазначила
    сказал / сказала / сказали / заявил / заявила / заявили / сообщил / сообщила / сообщили / сообщило / сообщает
    рассказал / рассказала / рассказали / подтвердил / подтвердила / отметил / отметила
    a confirmé / ont confirmé / a fait savoir / ont fait savoir / raconte / a raconté / a regretté / explique
    confirmaron / lamentó / indicó / indicaron / informan / precisó / advirtió
    уточнив / уточнила / уточнили / уточнило / підтвердило / підтвердили / пояснив / пояснила / наголосив / наголосила
    уточнил / уточнила / уточнили / уточнило / подтвердило / подтвердили / пояснил / пояснила
    added / adds / argued / argues / explained / explains / noted / insisted / acknowledged / claimed
    sagt / sagen / betont / betonen / warnt / warnen / meint / erläutert / erläuterte / kritisiert / kritisierte
    affirme / assure / souligne / estime / ajoute / déclare / indique / précise / détaille / confie / a ajouté
    a estimé
    explica / afirma / asegura / señala / advierte / apunta / añade / añadió / declara / indica / sostiene / sostuvo
    каже / говорить / додав / додала / додали / стверджує / наголошує / пояснює / заявляє / розповідає
    говорит / добавил / добавила / добавили / утверждает / поясняет / заявляет / рассказывает
    mitteilte / mitteilten / bekanntgab / ankündigte / ankündigten / hinzufügte
    a lancé / a martelé / a dénoncé / a prévenu / prévient / a assuré / a rappelé / a répondu / répond
    respondió / denunció / recordó / subrayó / destacó / reconoció
    has said / have said / had said
    заверил / заверила / запевнив / запевнила / высказался / высказалась / висловився / висловилася
    прокоментував / прокоментувала / прокоментували / прокомментировал / прокомментировала / прокомментировали
"""
TOLD = "told / has told / have told / had told"
TO = """
    sagte der / sagte dem / sagten der / sagten dem / erklärte der / erklärte dem
    a déclaré à / a dit à / a indiqué à / a confié à / a affirmé à / ont déclaré à / ont dit à / ont indiqué à
    dijo a / dijo al / dijeron a / declaró a / declaró al / aseguró a / explicó a / confirmó a
    a confié au / a déclaré au / a dit au / розповіли / рассказали / рассказал / рассказала / розповів / розповіла
    bestätigte der / bestätigte dem / bestätigten der / bestätigten dem / berichtete der / berichtete dem / erzählte der
    erzählte dem / sagte den / sagten den / sagt der / sagt dem / erläuterte der / erläuterte dem
    a confirmé à / a confirmé au / a expliqué à / a expliqué au / a assuré à / a assuré au / a indiqué au / a affirmé au
    raconte à / raconte au / explique à / explique au / confie à / confie au / ont confirmé à / ont confirmé au
    confirmó a / confirmó al / confirmaron a / explicó al / aseguró al / contó a / contó al / reveló a / comentó a
    підтвердив / підтвердила / підтвердили / заявив / заявила / повідомив / повідомила / пояснив / пояснила / сказав
    сказала / подтвердил / подтвердила / подтвердили / заявил / заявила / сообщил / сообщила
    пояснил / пояснила / сказал
"""
"""Verbs with the mark of whom it was said to."""
ACCORDING = """
    according to / secondo
    selon / d'après / d’après / según / de acuerdo con
    за словами / за даними / за інформацією / згідно з / по словам / по данным / по информации / согласно
    selon des informations de / selon les informations de / selon des informations du
    на думку / по мнению / по сведениям / зі слів
    d'après les informations de / d’après les informations de / d'après les informations du / selon les informations du
    d’après les informations du / según informaciones de / según la información de
    згідно зі / згідно із / відповідно до / в соответствии с
"""
CONTAINED_IN = (
    "йдеться у / йдеться в / говориться у / говориться в / говорится в / geht aus / se desprende de / ressort d'"
)
"""What a document says is in it, rather than said by somebody."""
SEEN_BY = """
    seen by / obtained by / reviewed by / shared with / consulté par / obtenu par / al que tuvo acceso
    a la que tuvo acceso
    vu par / отриманому / has seen
    consultée par / obtenue par / vue par
"""
UNANSWERED = """
    did not respond / did not immediately respond / has not responded / have not responded / had not responded
    didn't respond / didn’t respond / did not reply / did not return / declined to comment / declined comment
    refused to comment / could not be reached / was not available for comment / were not available for comment
    request for comment / requests for comment / when asked for comment / contacted for comment / asked for comment
    auf Anfrage nicht / nicht auf Anfrage / nicht auf eine Anfrage / wollte sich nicht / wollten sich nicht
    lehnte eine Stellungnahme ab / ließ eine Anfrage / ließen eine Anfrage / war nicht zu erreichen
    n'a pas répondu / n’a pas répondu / n'ont pas répondu / n’ont pas répondu / n'a pas souhaité / n’a pas souhaité
    n'ont pas souhaité / n’ont pas souhaité / contacté par / contactée par / sollicité par / sollicitée par
    no respondió / no respondieron / no ha respondido / no han respondido / no quiso hacer / declinó hacer
    declinó comentar / solicitud de comentarios
    не відповів / не відповіла / не відповіли / не відповіло / не надав коментар* / не надала коментар*
    відмовився від коментар* / відмовилася від коментар* / відмовилися від коментар* / запит про коментар
    не ответил / не ответила / не ответили / не ответило / отказался от комментари* / отказалась от комментари*
    отказались от комментари* / отказался комментировать / отказалась комментировать / запрос о комментарии
    has not commented / have not commented / had not commented / did not comment / would not comment
    declined to be interviewed / did not answer / answered the phone
    nicht zu erreichen / äußerte sich zunächst nicht / äußerten sich zunächst nicht / lehnte einen Kommentar ab
    n'a pas donné suite / n’a pas donné suite / n'ont pas donné suite / n’ont pas donné suite
    n'a pas réagi / n’a pas réagi / n'a pas souhaité commenter
    no ha querido hacer / no han querido hacer / no quisieron hacer / no contestó / no contestaron
    на запит редакції не / на запит не / на вопросы редакции не / на вопросы не ответил* / на запрос не ответил*
"""
"""Who was asked and gave no answer is no source. The sentence stays in the text, where a reader sees it."""
AUDIENCES = """
    reporters / journalists / a news conference / a press conference / the media / parliament / lawmakers / the court
    Journalisten / Reportern / der Presse / la presse / aux journalistes / la prensa / los periodistas / periodistas
    журналістам / репортерам / журналистам / репортёрам / репортерам
    public radio / state radio / local radio / state television / public television / local media / state media
    a briefing / a rally
"""
SHOWS = """
    showed / shows / show / found / finds / concluded / concludes
    zeigt / zeigen / zeigte / ergab / belegt
    montre / montrent / révèle / confirme
    muestra / muestran / revela / concluye
    показало / показує / показали / засвідчило / показывает / показал
"""
"""What papers do, and people do not without being asked."""
GERMAN_SAID = """
    sagte / sagten / sagt / erklärte / erklärten / bestätigte / bestätigten / betonte / betonten
    warnte / warnten / berichtete / kritisierte / forderte
"""
"""Verbs before whose subject, in German, anything may stand."""
ENGLISH_SAID = """
    said / says / say / announced / announces / confirmed / warned
    stated / reported / reports / writes / wrote / revealed / added / adds / argued / argues / explained
    noted / insisted / acknowledged / claimed
"""
"""Verbs that stand before their subject only behind the quotation or the clause: English has no other inversion."""
PLURAL_SAID = """
    сказали / заявили / повідомили / розповіли / підтвердили / зазначили / уточнили / пояснили / наголосили / кажуть
    сообщили / рассказали / подтвердили / отметили / пояснили / говорят / заверили / запевнили / додали / добавили
"""
"""Plural verbs without a subject: "У поліції повідомили"."""
WROTE = """
    wrote / writes / posted / posts / schrieb / schreibt / teilte / a écrit / écrit / a publié / a posté
    escribió / publicó / compartió / написав / написала / написали / пише / опублікував / опублікувала
    написал / написала / опубликовал / опубликовала / пишет
    sprach / spoke / a parlé / habló / ha escrito / hat geschrieben
"""
"""What one does on a page of one's own; only with the page named, or it may be novels."""
RULED = """
    erklärte / erklärten / a déclaré / ont déclaré / declaró / declararon / assure / confirme / asegura
    a lancé / a ajouté / ajoute / añadió / añade / added / adds
"""
"""Verbs that also do something: "declared the clause void", "added a third goal"."""
RULED_WHAT = """
    die / das / den / eine / einen / sich / ihn / la / le / les / l' / l’ / un / une / nul / nulle / forfait / coupable
    irrecevable / inéligible / nulo / nula / nulos / nulas / el / los / las / una / culpable / culpables / inocente
    inconstitucional / improcedente / desierto / desierta
    des / deux / trois / son / sa / ses / a / an / his / her / its / two / three / su / sus / dos / tres
"""
LEARNED = """
    learned / has learned / has learnt / a appris / ont appris / ha sabido / ha podido saber / pudo saber
    дізнався / дізналася / дізналося / дізналися / стало відомо / узнал / узнала / узнало / узнали / стало известно
    erfuhr / erfuhren
"""
LEARNED_FROM = "aus / from / de / auprès de / d' / d’ / от / від / з / із / из"
ZUFOLGE = "zufolge"
WESTERN_TO = """
    a déclaré / a dit / a indiqué / a confié / a affirmé / a expliqué
    dijo / declaró / aseguró / explicó / afirmó / confirmó
"""
"""Romance verbs behind which the speaker may stand before the outlet that hears."""
CONSULTED_BY = """
    consultada por / consultadas por / consultado por / consultados por / citada por / citadas por / citado por
    citados por / interrogé par / interrogée par / interrogés par / interrogées par / contacté par / contactée par
    contactés par / contactées par / cité par / citée par / cités par / citées par / cited by / quoted by
"""
FROM_OFFICE = """
    hieß es / verlautete
    señalaron / indicaron / aseguraron / informaron / explicaron / apuntaron / confirmaron / aseguran / señalan
"""
"""Verbs without a subject behind "aus dem Ministerium", "desde el ministerio"."""
