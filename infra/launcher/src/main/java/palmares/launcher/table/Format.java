package palmares.launcher.table;

/// How a report is printed.
public enum Format {
  table,
  json,
  csv,
  markdown
}
