/**
 * Reports: what was asked, with what, by what, what came of it, why, and how it is repeated, as one page that stands alone or as a folder.
 * A report is a list of chapters of pieces in no form and no language; forms are made of it. Everything that comes from a file goes through
 * {@link downhill.report.Markup} on its way into a page.
 */
package downhill.report;
