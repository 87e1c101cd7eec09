/** The bundled data as pictures of a finger's breadth, to choose from. */
package downhill.ui.sample;
