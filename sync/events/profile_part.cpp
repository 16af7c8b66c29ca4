#include "sync/events/profile_part.hpp"

namespace guitai {
namespace {

std::string MemberProfile::*place_of(ProfilePart part)
{
    switch (part) {
    case ProfilePart::name: break;
    case ProfilePart::reading: return &MemberProfile::reading;
    case ProfilePart::form_of_address: return &MemberProfile::form_of_address;
    case ProfilePart::birthday: return &MemberProfile::birthday;
    case ProfilePart::usual_size: return &MemberProfile::usual_size;
    case ProfilePart::note: return &MemberProfile::note;
    case ProfilePart::card: return &MemberProfile::card;
    case ProfilePart::phone: return &MemberProfile::phone;
    case ProfilePart::monthly_use: return &MemberProfile::monthly_use;
    case ProfilePart::payday: return &MemberProfile::payday;
    }
    return &MemberProfile::name;
}

} // namespace

std::string& part_of(MemberProfile& profile, ProfilePart part) { return profile.*place_of(part); }
const std::string& part_of(const MemberProfile& profile, ProfilePart part) { return profile.*place_of(part); }

void clear_parts(MemberProfile& profile)
{
    for (const auto& [part, word] : Words<ProfilePart>::all) part_of(profile, part).clear();
}

} // namespace guitai
