// What is kept of members beside their profiles, from a journal that is a vector.
#pragma once

#include "tests/support/fake_books.hpp"

#include <algorithm>

namespace guitai::test {

struct FakeMemberFiles final : MemberFileReader {
    const FakeBooks& books;
    TiersSet told; // By the head office.
    std::map<MemberId, std::vector<TierEarning>> elsewhere; // Earned at other tills.

    std::map<MemberId, std::vector<HeldCouponView>> held;

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
    [[nodiscard]] std::optional<Password> password(const MemberId& member) const override
    {
        std::optional<Password> last;
        for (const PasswordChosen& chosen : books.all<PasswordChosen>()) {
            if (chosen.member == member) last = chosen.password;
        }
        return last;
    }
    [[nodiscard]] PasswordTries password_tries(const MemberId& member) const override
    {
        PasswordTries tries;
        for (const Event& event : books.events) {
            if (const auto* chosen = std::get_if<PasswordChosen>(&event.body)) {
                if (chosen->member == member) tries = {};
            } else if (const auto* at = std::get_if<FileAccessed>(&event.body); at && at->member == member) {
                if (at->access == FileAccess::opened || at->access == FileAccess::own) tries = {};
                if (at->access == FileAccess::tried) tries = {tries.failed_tries + 1, event.at_ms};
            }
        }
        return tries;
    }
    [[nodiscard]] std::vector<AccessView> accesses(const MemberId& member, std::int64_t limit) const override
    {
        std::vector<AccessView> accesses;
        for (auto event = books.events.rbegin(); event != books.events.rend(); ++event) {
            const auto* at = std::get_if<FileAccessed>(&event->body);
            if (at == nullptr || at->member != member) continue;
            if (std::ssize(accesses) == limit) break;
            accesses.push_back({at->access, at->staff, at->role, at->store, event->at_ms});
        }
        return accesses;
    }
    [[nodiscard]] std::vector<PrivacyWish> wishes(const MemberId& member) const override
    {
        std::vector<PrivacyWish> wishes;
        for (const PrivacyAsked& asked : books.all<PrivacyAsked>()) {
            if (asked.member == member) wishes.push_back(asked.wish);
        }
        return wishes;
    }
    [[nodiscard]] std::vector<PointsLotView> lots(const MemberId&, std::string_view) const override { return {}; }
    [[nodiscard]] std::vector<RelativeView> relatives(const std::string&, std::string_view) const override
    {
        return {};
    }
    [[nodiscard]] std::vector<HeldCouponView> coupons(const MemberId& member, std::string_view) const override
    {
        const auto found = held.find(member);
        return found == held.end() ? std::vector<HeldCouponView>{} : found->second;
    }
};

} // namespace guitai::test
