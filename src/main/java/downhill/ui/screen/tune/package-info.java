/** The workspace in which settings are searched: the space, the search, its trials in linked pictures, and what to do with the best. */
package downhill.ui.screen.tune;
