/**
 * The notebooks of the lesson `id`, "04-cbow", as paths below the course's root. Each has a name of its own, so that two
 * tabs never look alike.
 *
 * @example
 * notebookPaths("04-cbow").exercises; // "exercises/04-cbow-exercises.ipynb"
 */
export function notebookPaths(id: string): {
  readonly lesson: string;
  readonly exercises: string;
  readonly solutions: string;
} {
  return {
    lesson: `notebooks/${id}.ipynb`,
    exercises: `exercises/${id}-exercises.ipynb`,
    solutions: `solutions/${id}-solutions.ipynb`,
  };
}
