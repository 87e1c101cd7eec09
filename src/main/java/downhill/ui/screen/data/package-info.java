/** The table: previewed, read otherwise, its columns, and what is done to them. */
package downhill.ui.screen.data;
