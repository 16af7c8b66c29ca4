// What customers said and what goes with what, from a journal that is a vector.
#pragma once

#include "tests/support/fake_books.hpp"

#include <algorithm>
#include <map>

namespace guitai::test {

struct FakeService final : ServiceReader {
    const FakeBooks& books;
    Pairings told; // By the head office, of every style.

    explicit FakeService(const FakeBooks& kept) : books{kept} {}

    [[nodiscard]] Pairings pairings(const StyleId& style, std::int64_t limit) const override
    {
        Pairings of{told.receipts, {}};
        for (const Pairing& pairing : told.found) {
            if (pairing.left == style && std::ssize(of.found) < limit) of.found.push_back(pairing);
        }
        return of;
    }
    [[nodiscard]] std::optional<Feeling> feeling(const ReceiptNumber& receipt) const override
    {
        for (const FeelingGiven& given : books.all<FeelingGiven>()) {
            if (given.receipt == receipt) return given.feeling;
        }
        return std::nullopt;
    }
    [[nodiscard]] ServiceView service(std::string_view) const override
    {
        ServiceView view;
        for (const FeelingGiven& given : books.all<FeelingGiven>()) {
            ++view.feelings[static_cast<std::size_t>(given.feeling)];
        }
        std::map<std::int64_t, std::int64_t> farthest;
        const auto note = [&](const Talk& talk) {
            farthest[talk.number] = std::max(farthest[talk.number], talk.step);
        };
        for (const SaleCompleted& sale : books.all<SaleCompleted>()) {
            note(sale.talk);
            ++view.served;
            view.serving_ms += sale.talk.serving_ms;
            if (sale.member.empty() || sale.talk.taps == 0) continue;
            ++view.member_sales;
            view.member_taps += sale.talk.taps;
        }
        for (const MissRecorded& miss : books.all<MissRecorded>()) note(miss.talk);
        for (const TalkEnded& ended : books.all<TalkEnded>()) note(ended.talk);
        for (const auto& [number, step] : farthest) {
            for (std::int64_t at{0}; at < step; ++at) ++view.funnel[static_cast<std::size_t>(at)];
        }
        return view;
    }
};

} // namespace guitai::test
