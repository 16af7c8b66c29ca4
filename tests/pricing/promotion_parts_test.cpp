#include "sync/pricing/promotion_parts.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>

using namespace guitai;
using pricing::promotion_parts;

TEST_CASE("a short form travels in one part, an empty one too")
{
    CHECK(promotion_parts(3, "{}") == std::vector<PromotionsSet>{{3, 1, 1, "{}"}});
    CHECK(promotion_parts(3, "").size() == 1);
}

TEST_CASE("a long form is put together again, and no part ends within a character")
{
    std::string form{"x"};
    while (form.size() < 2 * promotion_part_bytes_max) form += "减";

    const auto parts = promotion_parts(3, form);

    std::string again;
    for (const PromotionsSet& part : parts) {
        CHECK(part.parts == std::ssize(parts));
        CHECK(part.text.size() <= promotion_part_bytes_max);
        CHECK((static_cast<unsigned char>(part.text.front()) & 0xC0U) != 0x80U);
        again += part.text;
    }
    CHECK(parts.size() == 3);
    CHECK(again == form);
}
