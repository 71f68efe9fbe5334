package palmares.planted.web.page;

import java.sql.ResultSet;

record ReadsRows(ResultSet rows) {}
