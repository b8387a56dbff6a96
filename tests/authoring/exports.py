"""Files as reference managers export them, with what their formats allow."""

BIBLATEX = r"""
% Encoding: UTF-8
@string{eup = {Edinburgh University Press}}
@online{muller:2024, author = {M{\"u}ller, J{\'o}zef and de la Cruz, Ana and others},
  title = {{\'E}tats \& d{\o}md --- \"Uber stra{\ss}e}, subtitle = {A study}, date = {2024-03-18},
  url = {https://example.org/a_b\&c?x=1}, urldate = {2025-05-02}, langid = {ngerman},
  file = {:/home/x/a.pdf:PDF}, note = {Read in May}, keywords = {a, b}}
@report{who2023, author = {{World Health Organization}}, title = {Report}, institution = {WHO},
  date = {2020-01/2020-03}, number = {7}, type = {Tech. Rep.}}
@legislation{act, title = {An Act}, date = {1998}, institution = {UK Parliament}}
@jurisdiction{case, title = {A v B}, date = {1999-05}}
@dataset{data, title = {Numbers}, author = {Иванов, Пётр}, year = 2021, month = jul, day = 4,
  doi = {https://doi.org/10.5281/ZENODO.1234}}
@video{film, title = {A film}, editor = {Smith, John and Doe, Jane}, year = {2019}}
@thesis{phd, title = {Thesis}, author = {李, 晓东}, school = {清华大学}, date = {2018}}
@incollection{part, title = {A chapter}, author = {King, Jr., Martin Luther}, crossref = {whole},
  pages = {1--9}}
@collection{whole, title = {The whole}, editor = {Roe, Richard}, publisher = eup, date = {2001},
  isbn = {0-306-40615-2}}
@xdata{shared, publisher = {The Shared House}, langid = {english}}
@online{withx, title = {With xdata}, xdata = {shared}, year = {2022}, url = {https://example.org/x}}
@article{loop1, title = {Loop one}, crossref = {loop2}, journal = {J}, year = {2000}}
@article{loop2, title = {Loop two}, crossref = {loop1}, journal = {J}, year = {2001}}
@misc{arx, title = {A preprint}, eprint = {2501.12948}, eprinttype = {arxiv}, year = {2025}}
@misc{how, title = {By how}, howpublished = {\url{https://example.org/how}, accessed 2 May}, year={2020}}
@article{news, title = {In the paper}, journaltitle = {The Guardian}, entrysubtype = {newspaper},
  date = {2024-03-18}}
"""

RIS = """\
TY  - JOUR
T1  - First title
TI  - Second title
A1  - One, Ann
AU  - Two, Bob
UR  - https://example.org/one
UR  - https://example.org/two
DA  - 2023/09/20/
PY  - 2023
SN  - 2542-4351
N1  - A note
that goes on
ZZ  - odd
TY  - NEWS
TI  - Without an end before it
AU  - The Bank of Rome
PY  - 2024//
ER  -
stray
AB  - belongs to nobody
TY  - XXXX
TI  - A kind that nobody knows
ER  -
TY  - BOOK
AU  - Nameless
ER  -
"""

CSL = """\
[
 {"id": "a", "type": "article-journal", "title": "A title", "container-title": "A journal",
  "author": [{"literal": "World Bank"}, {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
             {"family": "李", "given": "晓东"}, {"family": "King", "given": "Martin", "suffix": "Jr."}],
  "issued": {"date-parts": [["2023", 9, 20]]}, "accessed": {"raw": "2 May 2025"}, "DOI": "10.1/AbC",
  "abstract": "Long.", "page": "1-9", "editor": [{"family": "Roe", "given": "R."}]},
 {"id": "b", "type": "webpage", "title": "Raw", "issued": {"raw": "2024-03"}, "URL": "https://example.org/raw",
  "language": "en-US"},
 {"id": "c", "type": "report", "title": "Span", "issued": {"date-parts": [[2020, 1], [2020, 3]]},
  "publisher": "P"},
 {"id": "d", "type": "book", "title": "Literal date", "issued": {"literal": "Spring, perhaps"}},
 {"id": "e", "type": "motion_picture"},
 "nothing"
]
"""

DOI_RECORD = """\
{"status": "ok", "message-type": "work", "message": {"DOI": "10.1016/j.joule.2023.08.005",
 "type": "journal-article", "title": ["Coming in from the cold"], "container-title": ["Joule"],
 "publisher": "Elsevier BV", "author": [{"given": "Duncan", "family": "Gibb", "sequence": "first",
 "affiliation": []}], "issued": {"date-parts": [[2023, 9]]}, "ISSN": ["2542-4351"],
 "URL": "https://doi.org/10.1016/j.joule.2023.08.005", "volume": "7", "score": 1, "indexed":
 {"date-parts": [[2024, 1, 1]]}, "reference": [{"key": "x"}]}}
"""

PAGE = """\
<!doctype html><html lang="en-GB"><head><title>Heat pumps | The Paper</title>
<link rel="canonical" href="https://paper.example/heat">
<meta property="og:title" content="Heat pumps criticised"><meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2024-03-18T06:00:00Z">
<meta name="author" content="Jillian Ambrose"><meta name="description" content="About pumps.">
</head><body><p>Text.</body></html>
"""

SCHOLARLY = """\
<html><head><meta name="citation_title" content="On pumps"><meta name="citation_author" content="Gibb, Duncan">
<meta name="citation_author" content="Rosenow, Jan"><meta name="citation_journal_title" content="Joule">
<meta name="citation_publication_date" content="2023/09/20"><meta name="citation_doi" content="10.1016/j.x">
<meta name="citation_volume" content="7"></head><body>x</body></html>
"""

LINKED = """\
<html><head><title>x</title><script type="application/ld+json">{"@context": "https://schema.org",
"@graph": [{"@type": "WebSite", "name": "S"}, {"@type": ["NewsArticle"], "headline": "Said in JSON-LD",
"author": [{"@type": "Person", "name": "Ann One"}], "datePublished": "2024-03-18T06:00:00+00:00",
"publisher": {"@type": "Organization", "name": "The Paper"}, "inLanguage": "ru"}]}</script>
</head><body>x</body></html>
"""


THREE_BIB = r"""
@article{gibb_coming_2023, title = {Coming in from the cold: {Heat} pump efficiency at low temperatures},
  journal = {Joule}, doi = {10.1016/j.joule.2023.08.005}, author = {Gibb, Duncan and Rosenow, Jan},
  month = sep, year = {2023}}
@techreport{nao, title = {Decarbonising home heating}, institution = {{National Audit Office}},
  author = {{National Audit Office}}, month = mar, year = {2024}}
@book{mackay, title = {Sustainable Energy}, isbn = {978-0-9544529-3-3}, publisher = {UIT Cambridge},
  author = {MacKay, David J. C.}, year = {2009}}
"""
THREE_RIS = """\
TY  - JOUR
TI  - Coming in from the cold: Heat pump efficiency at low temperatures
AU  - Gibb, Duncan
T2  - Joule
PY  - 2023
DO  - 10.1016/j.joule.2023.08.005
ER  -
TY  - RPRT
TI  - Decarbonising home heating
AU  - National Audit Office
PY  - 2024
PB  - National Audit Office
ER  -
TY  - BOOK
TI  - Sustainable Energy
AU  - MacKay, David J. C.
SN  - 978-0-9544529-3-3
PY  - 2009
ER  -
"""
THREE_JSON = """\
[{"id": "g", "type": "article-journal", "container-title": "Joule", "DOI": "10.1016/j.joule.2023.08.005",
  "title": "Coming in from the cold: Heat pump efficiency at low temperatures", "issued":
  {"date-parts": [["2023", 9, 20]]}, "author": [{"family": "Gibb", "given": "Duncan"}]},
 {"id": "n", "type": "report", "title": "Decarbonising home heating", "publisher": "National Audit Office",
  "author": [{"literal": "National Audit Office"}], "issued": {"date-parts": [["2024", 3, 18]]}},
 {"id": "m", "type": "book", "title": "Sustainable Energy", "ISBN": "978-0-9544529-3-3",
  "author": [{"family": "MacKay", "given": "David J. C."}], "issued": {"date-parts": [["2009"]]}}]
"""
