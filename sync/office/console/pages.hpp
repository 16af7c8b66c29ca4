// What each area shows, as values for its template. Reads only.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/ids.hpp"
#include "sync/office/console/page.hpp"
#include "sync/office/console/renderer.hpp"
#include "sync/office/http.hpp"

#include <cstdint>
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

    [[nodiscard]] std::string word(std::string_view key) const { return renderer.word(language, key); }
};

[[nodiscard]] PageData privacy_page(const PageMaker& maker);
[[nodiscard]] PageData goods_page(const PageMaker& maker);
[[nodiscard]] PageData promotions_page(const PageMaker& maker);
[[nodiscard]] PageData sales_page(const PageMaker& maker);
[[nodiscard]] PageData market_page(const PageMaker& maker);
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
// A refusal at the top of the page, in words and with its place.
void say_problem(const PageMaker& maker, PageData& page, const Refusal& why);

} // namespace guitai::office
