/** What can be known about a run besides its loss: metrics, landscapes, states and steps told with numbers, sweeps, diagnosis. */
package downhill.analysis;
