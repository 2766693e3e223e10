-- Who carries out the same order is looked up by the order: its number, or its title where it has none.
create index gazette_citations_order on gazette_citations ((coalesce(doc_number, title))) where is_superior;
