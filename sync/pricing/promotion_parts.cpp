#include "sync/pricing/promotion_parts.hpp"

#include <algorithm>

namespace guitai::pricing {
namespace {

bool is_inside_a_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

} // namespace

std::vector<PromotionsSet> promotion_parts(std::int64_t revision, std::string_view form)
{
    std::vector<PromotionsSet> all;
    do {
        std::size_t length{std::min(form.size(), promotion_part_bytes_max)};
        while (length < form.size() && length > 0 && is_inside_a_character(form[length])) --length;
        all.push_back({revision, std::ssize(all) + 1, 0, std::string{form.substr(0, length)}});
        form.remove_prefix(length);
    } while (!form.empty());
    for (PromotionsSet& part : all) part.parts = std::ssize(all);
    return all;
}

} // namespace guitai::pricing
