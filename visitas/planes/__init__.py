"""What the pages of the Plan de Acompañamiento read: rows → content → sheet, with or without names."""
