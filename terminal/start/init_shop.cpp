#include "terminal/start/words_of_guitai.hpp"

#include "terminal/store/make_shop.hpp"

#include <fmt/format.h>

namespace guitai::start {
namespace {

// For scripts: names and PINs hold neither quotes nor control characters, the catalogue's own file may.
std::string json_text(std::string_view text)
{
    std::string quoted{"\""};
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        if (static_cast<unsigned char>(c) >= 0x20U) quoted += c;
    }
    return quoted + '"';
}

} // namespace

int init_shop(const Voice& voice, const InitPlan& plan)
{
    ShopPlan shop;
    shop.store = {plan.store};
    shop.till = plan.till;
    shop.name = plan.name;
    shop.catalogue = plan.catalogue;
    shop.promotions = plan.promotions;
    shop.encoding = plan.encoding;
    shop.pin = plan.pin;
    shop.test = plan.test;
    if (!plan.owner.empty()) shop.owner = plan.owner;
    const SystemClock clock;
    const auto made = make_shop(plan.data, shop, clock, [&](std::size_t done, std::size_t all) {
        voice.progress("start.importing", static_cast<std::int64_t>(done), static_cast<std::int64_t>(all));
    });
    if (!made) return voice.refuse(made.error());
    for (const ImportWarning& warning : made->warnings) {
        fmt::print(stderr, "guitai: {} ({} ×{})\n", voice.words()[warning.code], warning.detail, warning.count);
    }
    fmt::print("{{\"ok\":true,\"styles\":{},\"items\":{},\"owner\":{},\"pin\":{}}}\n", made->styles, made->items,
               json_text(made->owner), json_text(made->pin));
    return 0;
}

} // namespace guitai::start
