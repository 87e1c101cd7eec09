/** Small controls that every screen is made of. */
package downhill.ui.control;
