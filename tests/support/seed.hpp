// Where chance in a test comes from: another seed every run, and the same one
// again when GUITAI_SEED names it. A test that uses it prints it.
#pragma once

#include <cstdlib>
#include <random>
#include <string>

namespace guitai::test {

[[nodiscard]] inline unsigned seed_of_this_run()
{
    const char* const wanted{std::getenv("GUITAI_SEED")};
    return wanted == nullptr ? std::random_device{}() : static_cast<unsigned>(std::stoul(wanted));
}

} // namespace guitai::test
