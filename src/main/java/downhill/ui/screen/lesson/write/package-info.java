/** Where lessons are written: steps are recorded from what is open, asked about, worded in two languages and checked. */
package downhill.ui.screen.lesson.write;
