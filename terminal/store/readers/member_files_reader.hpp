// What is kept of members beside their profiles.
#pragma once

#include "sync/journal/journal.hpp"
#include "terminal/app/ports.hpp"

namespace guitai {

class StoreMemberFiles final : public MemberFileReader {
public:
    explicit StoreMemberFiles(database::Connection& connection) : m_connection{connection}, m_journal{connection} {}

    [[nodiscard]] std::vector<MemberNote> notes(const MemberId& member) const override;
    [[nodiscard]] std::vector<Consent> consents(const MemberId& member) const override;
    [[nodiscard]] TiersSet tiers() const override;
    [[nodiscard]] std::vector<TierEarning> earnings(const MemberId& member) const override;
    [[nodiscard]] std::optional<Password> password(const MemberId& member) const override;
    [[nodiscard]] PasswordTries password_tries(const MemberId& member) const override;
    [[nodiscard]] std::vector<AccessView> accesses(const MemberId& member, std::int64_t limit) const override;
    [[nodiscard]] std::vector<PrivacyWish> wishes(const MemberId& member) const override;
    [[nodiscard]] std::vector<PointsLotView> lots(const MemberId& member, std::string_view today) const override;
    [[nodiscard]] std::vector<RelativeView> relatives(const std::string& purse,
                                                      std::string_view today) const override;
    [[nodiscard]] std::vector<HeldCouponView> coupons(const MemberId& member, std::string_view today) const override;

private:
    // What is left in that purse of what she earned.
    [[nodiscard]] std::int64_t earned_by(const std::string& purse, const MemberId& member,
                                         std::string_view today) const;

    database::Connection& m_connection;
    Journal m_journal;
};

} // namespace guitai
