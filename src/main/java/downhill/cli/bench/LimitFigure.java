package downhill.cli.bench;

/**
 * One line beside the limit.
 *
 * @param runs                   rows of the stack; 0 for the program in C
 * @param microsecondsPerRunStep median of a step of one run; of the program in C the least
 * @param timesLimit             of what the program in C takes; NaN where there is none
 */
public record LimitFigure(int runs, double microsecondsPerRunStep, double timesLimit) {
}
