package downhill.model;

import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.TrainingGraph;

/** Something to minimise: a graph with one number per run at its end. */
public sealed interface Objective permits ModelGraph, SurfaceGraph {
    Graph graph();

    /** Shape []. */
    Node loss();

    ParameterLayout layout();

    /** What the engine needs to train it. */
    TrainingGraph training();
}
