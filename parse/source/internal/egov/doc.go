// Package egov reads 法令標準XML, the XML in which e-Gov publishes the laws of
// Japan (XML schema for Japanese law, version 3).
//
// The schema names every level (編 章 節 款 目 条 項 号 and the イロハ below),
// so nothing is inferred:
//
//	編 Part, 章 Chapter, 節 Section, 款 Subsection, 目 Division  heading, level 1 to 5
//	附則 SupplProvision, 別表 AppdxTable, 様式 AppdxStyle …      heading, level 1
//	条 Article                                                heading, level 6, with its caption before it
//	項 Paragraph with a number                                item, level 1
//	号 Item, イロハ Subitem1 to Subitem10                        item, level 2 to 12
package egov
