"""Well-known outlets, and words by which others say that they are outlets."""

from __future__ import annotations

AGENCIES = """
    state news agency / the news agency / news agency / the agency / agency / state-run / the newspaper / newspaper
    broadcaster
    state broadcaster / the daily / the website
    Nachrichtenagentur / Zeitung / Sender / l'agence / l’agence / agence / le journal / le quotidien / la agencia
    agencia
    el diario / el periódico / агентство / агентству / агентства / видання / издание / газета / газеті / телеканал
    телеканалу / кореспондент / кореспондентка / корреспондент
    diario / periódico / rotativo / journal / quotidien / Tageszeitung / Wochenzeitung
    журналу / журнал / газете / радиостанции / виданню / изданию / радіо / радио / magazine / Magazin
"""
KNOWN_OUTLETS = """
    Reuters / AP / Associated Press / AFP / Agence France-Presse / DPA / dpa / APA / Deutsche Presse-Agentur / EFE
    ANSA / Lusa
    PAP / PA / UPI / TASS / ТАСС / Interfax / Интерфакс / Інтерфакс / РИА Новости / RIA Novosti / Ukrinform
    Укрінформ / Xinhua
    Kyodo / Yonhap / Anadolu / Bloomberg / BBC / CNN / NBC / CBS / ABC News / Fox News / MSNBC / NPR / PBS / Sky News
    ITV
    Al Jazeera / Axios / Politico / Semafor / Financial Times / FT / Wall Street Journal / WSJ / New York Times
    Washington Post / Guardian / Times / Sunday Times / Daily Mail / Daily Telegraph / Economist / Le Monde / Le Figaro
    Libération / Mediapart / Le Parisien / Spiegel / Bild / Die Zeit / Welt / FAZ / Süddeutsche Zeitung / ZDF
    ARD / ORF / SRF / El País / El Mundo / ABC / La Vanguardia / El Periódico / La Repubblica / Corriere della Sera
    Gazeta Wyborcza / European Pravda / Ukrainska Pravda / Європейська правда / Українська правда / Суспільне
    Суспільному
    Kyiv Independent / Коммерсантъ / Медуза / Meduza / РБК / РБК-Україна / Би-би-си / Бі-бі-сі / Радіо Свобода
    Bild am Sonntag / Süddeutschen Zeitung / Frankfurter Allgemeine / Frankfurter Allgemeinen Zeitung / Handelsblatt
    taz / Tagesspiegel / Deutschlandfunk / Der Standard / Kurier / RND / sid / epd / KNA / Keystone-SDA
    Tagesschau / ntv / RTL / WDR / NDR / MDR / SWR / rbb / Focus / Kicker / t-online
    France Inter / France Info / Franceinfo / France Télévisions / TF1 / RFI / RMC / BFMTV / BFM-TV / Ouest-France
    Figaro / L'Équipe / L’Équipe / L'Express / L’Express / Les Échos / Europe 1 / France 24
    Cadena SER / Onda Cero / RTVE / RNE / Europa Press / Expansión / El Confidencial / eldiario.es / La Nación / Clarín
    Reforma / Infobae / El Universal / Cope
    Dagens Nyheter / Aftonbladet / Yle / NRK / NTB / Ritzau / Sky Sports / CNBC / CBC / GB News / Independent
    USA Today / Los Angeles Times / Nikkei / South China Morning Post / Haaretz / Jerusalem Post / Times of Israel
    Дождь / Новая газета / Новой газете / Медузе / Ведомости / Ведомостям / Коммерсанту / Коммерсант / РИА / ТАССу
    Громадське / Дзеркало тижня / Економічна правда / Економічній правді / Українській правді / Європейській правді
    Deutsche Welle / Радио Свобода / Настоящее время / НВ / Бабель / УНІАН / LIGA.net
    Handelsblatts / Spiegels / Коммерсанта / Медузы / Суспільного / Ведомостей / Української правди
    Європейської правди
    УНН / УНІАН / УНИАН / Интерфакс-Украина / Інтерфакс-Україна
    Українські новини / Укринформ / Украинские новости / РБК-Украина / Суспільного / НТВ
    РЕН ТВ / Известия / Известиям / Фонтанка / Фонтанке / Верстка
    Forbes / Newsweek / Parisien / Wired / Variety / Globe and Mail / Toronto Star / Irish Times / Straits Times
"""
OUTLETS = """
    Agency / News / Times / Post / Press / Journal / TV / Radio / Gazette / Tribune / Herald
    Observer / Mail
    Telegraph / Zeitung / Pravda / Правда / правда / Agence / Agencia / Agentur / Presse-Agentur / Rundfunk
"""
BROADCASTERS = """
    Deutschlandfunk / ZDF / ARD / ORF / SRF / NDR / WDR / MDR / SWR / BR / rbb / RTL / ntv / Sat.1 / Ö1
    France Inter / France Info / Franceinfo / franceinfo / France Culture / RTL / RMC / Europe 1 / BFMTV / BFM-TV / TF1
    LCI / France 2 / France 24 / CNews / RFI / Public Sénat
    Cadena SER / Onda Cero / RNE / RTVE / TVE / Cope / La Sexta / Telecinco / Antena 3
    CNN / BBC / Fox News / MSNBC / CNBC / NBC / CBS / ABC News / Sky News / NPR / PBS / Newsmax / LBC / GB News
    Радіо Свобода / Радио Свобода / Эхо / Дождь / Дожде / Суспільне / Суспільному
"""
"""On which one speaks; of newspapers "in the Times" may be anything."""
