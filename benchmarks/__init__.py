"""Speed, memory and accuracy, measured and told; `python -m benchmarks` runs them, and the tests never do."""
