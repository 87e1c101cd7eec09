/** Exported models that are texts: a Java source, a page, a PyTorch script. */
package downhill.export.text;
