#include "sync/journal/deflate.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;

namespace {

std::string many_lines()
{
    std::string lines;
    for (int i{0}; i < 5'000; ++i) {
        lines += R"({"kind":"sale_completed","receipt":"S01-1-)" + std::to_string(i) + "\"}\n";
    }
    return lines;
}

} // namespace

TEST_CASE("what was deflated comes out as it went in, and was a fifth of it at most")
{
    const std::string lines{many_lines()};

    const std::string packed{deflated(lines)};

    CHECK(packed.size() < lines.size() / 5);
    CHECK(inflated(packed, lines.size()) == lines);
    CHECK(inflated(deflated(""), 0) == "");
}

TEST_CASE("what was cut or added to, was never deflated or unfolds into too much is refused")
{
    const std::string lines{many_lines()};
    const std::string packed{deflated(lines)};

    const std::string cut{packed.substr(0, packed.size() - 1)};
    for (const std::string& bad : {std::string{}, std::string{"hello"}, cut, packed + "x"}) {
        const auto plain = inflated(bad, lines.size());
        REQUIRE_FALSE(plain.has_value());
        CHECK(plain.error().code == "deflate.unreadable");
    }
    CHECK_FALSE(inflated(packed, lines.size() - 1).has_value());
    CHECK_FALSE(inflated(deflated(std::string(50'000'000, '0')), 10'000'000).has_value());
}
