/** The losses of all contenders against the step. */
package downhill.ui.screen.race;
