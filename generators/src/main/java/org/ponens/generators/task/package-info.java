/** What a verifiable task is, where it comes from, and what a response to it is worth. */
@NullMarked
package org.ponens.generators.task;

import org.jspecify.annotations.NullMarked;
