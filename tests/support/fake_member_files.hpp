// What is kept of members beside their profiles, from a journal that is a vector.
#pragma once

#include "tests/support/fake_books.hpp"

#include <algorithm>

namespace guitai::test {

struct FakeMemberFiles final : MemberFileReader {
    const FakeBooks& books;
    TiersSet told; // By the head office.
    std::map<MemberId, std::vector<TierEarning>> elsewhere; // Earned at other tills.

    explicit FakeMemberFiles(const FakeBooks& kept) : books{kept} {}

    [[nodiscard]] std::vector<MemberNote> notes(const MemberId& member) const override
    {
        std::vector<MemberNote> notes;
        for (const MemberNoted& noted : books.all<MemberNoted>()) {
            if (noted.member != member) continue;
            if (noted.dropped) std::erase(notes, noted.note);
            else notes.push_back(noted.note);
        }
        return notes;
    }
    [[nodiscard]] std::vector<Consent> consents(const MemberId& member) const override
    {
        std::vector<Consent> consents;
        for (const ConsentGiven& given : books.all<ConsentGiven>()) {
            if (given.member != member) continue;
            std::erase_if(consents, [&](const Consent& known) {
                return known.purpose == given.consent.purpose && known.channel == given.consent.channel;
            });
            consents.push_back(given.consent);
        }
        return consents;
    }
    [[nodiscard]] TiersSet tiers() const override { return told; }
    [[nodiscard]] std::vector<TierEarning> earnings(const MemberId& member) const override
    {
        const auto others = elsewhere.find(member);
        auto earnings = others == elsewhere.end() ? std::vector<TierEarning>{} : others->second;
        for (const SaleCompleted& sale : books.all<SaleCompleted>()) {
            if (sale.member == member) earnings.push_back({sale.business_date, sale.points_earned});
            for (const PointsBack& back : sale.points_back) {
                if (back.member == member) earnings.push_back({sale.business_date, -back.points});
            }
        }
        return earnings;
    }
};

} // namespace guitai::test
