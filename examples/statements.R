# Who is quoted most, from the SQLite file of `npm start`.  Rscript examples/statements.R ./data
# Needs the packages DBI and RSQLite.
folder <- commandArgs(trailingOnly = TRUE)[1]
db <- DBI::dbConnect(RSQLite::SQLite(), file.path(folder, "dateline.sqlite"), flags = RSQLite::SQLITE_RO)
statements <- DBI::dbGetQuery(db, "SELECT speaker, confidence, said_at, outlet FROM statements WHERE speaker IS NOT NULL")
counts <- sort(table(statements$speaker), decreasing = TRUE)
print(head(as.data.frame(counts, responseName = "statements"), 10))
DBI::dbDisconnect(db)
