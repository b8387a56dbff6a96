document.documentElement.dataset.extra = "ran";
