/** Small trees that say in rules what a model does, or where it errs. */
package downhill.analysis.explain.tree;
