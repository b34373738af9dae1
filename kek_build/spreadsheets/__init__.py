"""The content as a workbook that people change and give back, and lists of their own that they bring."""
