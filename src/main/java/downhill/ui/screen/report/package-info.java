/** A report of what is open, as a page: what it is for is typed in a sheet, and it is made beside the race. */
package downhill.ui.screen.report;
