// Nothing moves.
() => {
  const { name } = probe;
  const moves = (style) => [style.transitionDuration, style.animationDuration]
    .some((value) => value.split(",").some((one) => parseFloat(one) > 0))
    || style.scrollBehavior === "smooth";
  const faults = document.getAnimations().map((one) => `moves: ${one.id || "an animation"}`);
  for (const element of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      if (moves(getComputedStyle(element, part))) faults.push(`moves: ${name(element)}${part ?? ""}`);
    }
  }
  return faults;
}
