// What each area shows, as values for its template. Reads only.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/ids.hpp"
#include "sync/office/console/areas.hpp"
#include "sync/office/console/page.hpp"
#include "sync/office/console/renderer.hpp"
#include "sync/office/http.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guitai::office {

// What a page is made with.
struct PageMaker {
    database::Connection& reads;
    const Renderer& renderer;
    Language language{Language::chinese};
    const Target& target;
    std::int64_t now_ms{0};
    PlaceCode store;      // Only of this shop; empty: of all.
    bool deciding{false}; // True: this person may accept, ship, decline …
    Role role{Role::clerk};

    [[nodiscard]] std::string word(std::string_view key) const { return renderer.word(language, key); }
    // With `value` where its language has the %: "% ago", "%前".
    [[nodiscard]] std::string word_with(std::string_view key, std::string_view value) const;
    [[nodiscard]] bool may(Area area) const { return may_enter(role, area); }
    // What stands behind the area in the address: "S01" of /console/shops/S01; or empty.
    [[nodiscard]] std::string part(std::size_t index) const
    {
        return index + 2 < target.path.size() ? target.path[index + 2] : std::string{};
    }
};

// A page and the template that shows it.
struct Shown {
    std::string name;
    PageData data;
};

// Nothing: there is no such page in that area, or not for this person.
[[nodiscard]] std::optional<Shown> orders_area(const PageMaker& maker);
[[nodiscard]] std::optional<Shown> stock_area(const PageMaker& maker);
[[nodiscard]] std::optional<Shown> catalogue_area(const PageMaker& maker);
[[nodiscard]] std::optional<Shown> sales_area(const PageMaker& maker);
[[nodiscard]] std::optional<Shown> market_area(const PageMaker& maker);
[[nodiscard]] std::optional<Shown> shops_area(const PageMaker& maker);
[[nodiscard]] std::optional<Shown> complaints_area(const PageMaker& maker);
[[nodiscard]] std::optional<Shown> people_area(const PageMaker& maker);
[[nodiscard]] std::optional<Shown> audit_area(const PageMaker& maker);

[[nodiscard]] PageData privacy_page(const PageMaker& maker);
[[nodiscard]] PageData promotions_page(const PageMaker& maker);
[[nodiscard]] PageData sales_page(const PageMaker& maker);
[[nodiscard]] PageData service_page(const PageMaker& maker);
[[nodiscard]] PageData calls_page(const PageMaker& maker);

// "¥1,234.00" of plain fen.
[[nodiscard]] std::string yuan(std::int64_t minor);
// "3" or "0.85" of plain thousandths.
[[nodiscard]] std::string pieces(std::int64_t milli);
// "12 分钟", "3 小时", "5 天" since then; never negative.
[[nodiscard]] std::string age(const PageMaker& maker, std::int64_t since_ms);
// The word of a group; the word itself where a later program wrote one that this one does not know.
[[nodiscard]] std::string word_or_itself(const PageMaker& maker, std::string_view group, const std::string& word);
// "12 minutes ago", "3 天前"; "just now" within the minute.
[[nodiscard]] std::string ago(const PageMaker& maker, std::int64_t since_ms);
// "S01 人民路店"; the code alone where nobody named it.
[[nodiscard]] std::string place_name(const PageMaker& maker, const PlaceCode& place);
// The shops and warehouses that this person may see, as options of a form: {{place}} {{name}}, {{#here}} the chosen.
void add_places(const PageMaker& maker, PageData& page, const std::string& list, const PlaceCode& chosen);
// A refusal at the top of the page, in words and with its place.
void say_problem(const PageMaker& maker, PageData& page, const Refusal& why);

} // namespace guitai::office
