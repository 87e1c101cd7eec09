/**
 * Model families as differentiable graphs: what is learned (a {@link downhill.model.ModelSpec}), how far off it is
 * (a {@link downhill.model.Loss}) and where it starts (an {@link downhill.model.Initializer}).
 */
package downhill.model;
