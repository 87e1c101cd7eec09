/** The run doctor: what may be wrong with the race, what helps, and whether it did. */
package downhill.ui.screen.doctor;
