/** What the rules of a site say to a plan: policies in CEL, their tests, waivers, verdicts. */
@NullMarked
package dev.shisa.policy;

import org.jspecify.annotations.NullMarked;
