"""Where things are said: pages of one's own, gatherings, and the words beside them, a line for each language."""

from __future__ import annotations

PLATFORMS = """
    Telegram / X / Twitter / Facebook / Instagram / TikTok / YouTube / LinkedIn / Bluesky / Mastodon / Truth Social
    Threads / WhatsApp / Viber / Weibo / VK
    телеграмі / телеграм-каналі / телеграм-канале / телеграм / фейсбуці / фейсбук / фейсбуке / твіттері / твиттере
    інстаграмі / инстаграме / соцмережах / соцсетях / Телеграмі / Фейсбуці / соцмережі X / соцсети X
"""
ON_PLATFORM = """
    in a post on / in a message on / in a video on / in a statement on / in a thread on / in a / in an / on / via
    on his
    on her / on its / on their / in posts on
    auf / via / über / per / in einem Beitrag auf / in einem Post auf / in einer Mitteilung auf / bei
    in einem Video auf
    auf seinem / auf ihrem
    sur / via / dans un message sur / dans un message publié sur / dans une vidéo publiée sur / dans une publication sur
    sur son compte / dans un post sur / dans un communiqué publié sur
    en / vía / a través de / en un mensaje en / en una publicación en / en su cuenta de / en un vídeo en
    у / в / на / через / у своєму / в своєму / у своїй / у соцмережі / на своїй сторінці у / на сторінці у / у дописі у
    у своєму телеграм-каналі в / в своём / в своем / в соцсети / на своей странице в / в посте в
"""
OF_PLATFORM = """
    post / posts / page / channel / message / account / video / feed / thread
    -Kanal / Kanal / -Beitrag
    -каналі / каналі / -канале / канале / сторінці
"""
FORUMS = """
    press conference / news conference / press briefing / news briefing / briefing / rally / press call
    conference call
    Pressekonferenz / Presseunterrichtung / Regierungspressekonferenz / Parteitag
    conférence de presse / point presse / point de presse / meeting
    rueda de prensa / conferencia de prensa / comparecencia
    пресконференції / пресконференція / брифінгу / брифінгі / ефірі телемарафону / телемарафоні / нараді
    пресс-конференции / брифинге / брифинга / совещании / заседании
"""
AT_FORUM = """
    at / during / in / bei / auf / während / in der / lors d' / lors d’ / lors du / lors de / à l'occasion d'
    pendant / en
    durante / en la / tras / на / під час / в / у / во время / в ходе
    am Rande
"""
OF_WHOM = """
    a / an / the / his / her / its / their / joint / regular / daily / weekly / televised / live / official / video
    monthly / online / virtual
    einer / der / eine / seiner / ihrer / gemeinsamen / une / la / sa / un / son / una / su / el / conjunta
    спільній / спільної / щоденному / совместной / своєму / своїй / своём / своем / своей / ежедневном
"""
DAYS = """
    on Monday / on Tuesday / on Wednesday / on Thursday / on Friday / on Saturday / on Sunday / Monday / Tuesday
    Wednesday / Thursday / Friday / Saturday / Sunday / today / late / early
    am Montag / am Dienstag / am Mittwoch / am Donnerstag / am Freitag / am Samstag / am Sonntag / am Abend
    lundi / mardi / mercredi / jeudi / vendredi / samedi / dimanche
    este lunes / este martes / este miércoles / este jueves / este viernes / este sábado / este domingo
    el lunes / el martes / el miércoles / el jueves / el viernes / el sábado / el domingo
    у понеділок / у вівторок / у середу / у четвер / у п'ятницю / у п’ятницю / у суботу / у неділю / в понеділок
    в понедельник / во вторник / в среду / в четверг / в пятницу / в субботу / в воскресенье
"""
OCCASIONS = """
    в ході / під час / за підсумками / після / на зустрічі / на засіданні / на пресконференції / на брифінгу / на полях
    в ефірі / виступаючи / відповідаючи / коментуючи
    в ходе / во время / по итогам / после / на встрече / на заседании / на пресс-конференции / на брифинге / на полях
    в эфире / выступая / отвечая / комментируя
"""
INTERVIEW = """
    in an interview with / in an interview to / in an interview for / in an interview on / speaking to
    told in an interview
    in einem Interview mit / in einem Interview der / im Interview mit / im Interview der / im Gespräch mit
    in einem Gespräch mit / in einem Interview des / gegenüber
    dans un entretien à / dans un entretien au / dans un entretien avec / dans une interview à / dans une interview au
    dans un entretien accordé à / dans un entretien accordé au / interrogé par / interrogée par / au micro de
    en una entrevista con / en entrevista con / en una entrevista a / en una entrevista en / en declaraciones a
    entrevistado por / entrevistada por
    в інтерв'ю / в інтерв’ю / у коментарі / в коментарі / у розмові з / в інтерв'ю для / в інтерв’ю для
    в интервью / в комментарии / в разговоре с / в беседе с
"""
SPEAKING = "speaking / writing / s'exprimant / s’exprimant / hablando / виступаючи / выступая"
"""Before a place that begins a sentence."""
UNDER_COVER = """
    speaking on condition of anonymity / speaking on the condition of anonymity / on condition of anonymity
    on the condition of anonymity / who spoke on condition of anonymity / who asked not to be named
    who asked not to be identified / who declined to be named / who spoke anonymously
    sous couvert d'anonymat / sous couvert d’anonymat / sous le couvert de l'anonymat / qui a requis l'anonymat
    qui ont requis l'anonymat / bajo condición de anonimato / bajo anonimato / que pidieron el anonimato
    que pidió el anonimato / que prefiere no ser identificado / unter der Bedingung der Anonymität
    die anonym bleiben wollten / der anonym bleiben wollte / die anonym bleiben wollte
    на умовах анонімності / за умови анонімності / на правах анонімності / на условиях анонимности
    на правах анонимности / пожелавший остаться неизвестным / попросивший об анонимности
"""
"""Said of people who are not to be named."""
ON_AIR = "im / in der / bei / on / sur / au micro de / dans / en / en la / à / на / в ефірі / в етері / в эфире"
