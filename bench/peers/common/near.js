// Charts are drawn when they come near the window, by code that is loaded then.

export function whenNear(load, choose) {
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      load().then(({ draw }) => draw(target, choose));
    }
  }, { rootMargin: "400px" });
  document.querySelectorAll("[data-chart]").forEach((one) => observer.observe(one));
}
