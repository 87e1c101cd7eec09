package downhill.cli.bench;

/**
 * What one size of stack costs.
 *
 * @param runs                  rows of the stack
 * @param microsecondsPerRunStep median over the repetitions, of one step of one run, drawing its batch included
 * @param fastest               the same, of the fastest repetition
 * @param repetitions           how often it was measured, after warming up
 * @param stepsInEach           steps of one repetition
 * @param threads               threads that could compute
 * @param parameters            P
 */
public record BenchFigure(int runs, double microsecondsPerRunStep, double fastest, int repetitions, int stepsInEach, int threads,
                          int parameters) {
}
