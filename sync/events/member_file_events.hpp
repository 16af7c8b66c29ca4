// What a shop learns of a member while she is there: what she likes and can not have, what she asks for every
// time, what she agreed to, and what in her profile was wrong or missing.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace guitai {

enum class NoteKind { like, dislike, cannot, request };
template<>
struct Words<NoteKind> {
    static constexpr std::array<std::pair<NoteKind, std::string_view>, 4> all{{
        {NoteKind::like, "like"},
        {NoteKind::dislike, "dislike"},
        {NoteKind::cannot, "cannot"}, // Checked against the ticket before it is paid.
        {NoteKind::request, "request"}, // Offered again at every visit; it never expires.
    }};
};

struct MemberNote {
    NoteId note;
    NoteKind note_kind{NoteKind::like};
    std::string about; // In the shop's words: 甜食, 羊毛, "a drawing table in the room".
    std::string since; // ISO date on which she said so.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("note", &MemberNote::note),
                     field("kind", &MemberNote::note_kind),
                     field("about", &MemberNote::about),
                     field("since", &MemberNote::since));
    }

    bool operator==(const MemberNote&) const = default;
};

// Up: she said so, or does not want it kept any more.
struct MemberNoted {
    static constexpr std::string_view kind{"member_noted"};

    MemberId member;
    MemberNote note;
    bool dropped{false};
    PlaceCode store;
    StaffName staff;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &MemberNoted::member),
                     field("note", &MemberNoted::note),
                     field("dropped", &MemberNoted::dropped),
                     field("store", &MemberNoted::store),
                     field("staff", &MemberNoted::staff));
    }

    bool operator==(const MemberNoted&) const = default;
};

// Down: the same for every other till.
struct MemberNoteTold {
    static constexpr std::string_view kind{"member_note_told"};

    MemberId member;
    MemberNote note;
    bool dropped{false};
    std::int64_t source_origin{0};
    std::int64_t source_number{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &MemberNoteTold::member),
                     field("note", &MemberNoteTold::note),
                     field("dropped", &MemberNoteTold::dropped),
                     field("source_origin", &MemberNoteTold::source_origin),
                     field("source_number", &MemberNoteTold::source_number));
    }

    bool operator==(const MemberNoteTold&) const = default;
};

// Up: a ticket holds what she can not have, and she takes it all the same: for somebody else, as a gift.
struct CannotAccepted {
    static constexpr std::string_view kind{"cannot_accepted"};

    MemberId member;
    NoteId note;
    Sku sku;
    std::string reason;
    PlaceCode store;
    StaffName staff;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &CannotAccepted::member),
                     field("note", &CannotAccepted::note),
                     field("sku", &CannotAccepted::sku),
                     field("reason", &CannotAccepted::reason),
                     field("store", &CannotAccepted::store),
                     field("staff", &CannotAccepted::staff));
    }

    bool operator==(const CannotAccepted&) const = default;
};

// What of a profile may be put right at the counter.
enum class ProfilePart { name, reading, form_of_address, birthday, usual_size, note, card, phone, monthly_use, payday };
template<>
struct Words<ProfilePart> {
    static constexpr std::array<std::pair<ProfilePart, std::string_view>, 10> all{{
        {ProfilePart::name, "name"},
        {ProfilePart::reading, "reading"},
        {ProfilePart::form_of_address, "form_of_address"},
        {ProfilePart::birthday, "birthday"},
        {ProfilePart::usual_size, "usual_size"},
        {ProfilePart::note, "note"},
        {ProfilePart::card, "card"},
        {ProfilePart::phone, "phone"},
        {ProfilePart::monthly_use, "monthly_use"},
        {ProfilePart::payday, "payday"},
    }};
};

// Up: one part of a profile, as she said it face to face. The head office answers with member_set.
struct MemberCorrected {
    static constexpr std::string_view kind{"member_corrected"};

    MemberId member;
    ProfilePart part{ProfilePart::name};
    std::string value; // Empty: taken away.
    PlaceCode store;
    StaffName staff;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &MemberCorrected::member),
                     field("part", &MemberCorrected::part),
                     field("value", &MemberCorrected::value),
                     field("store", &MemberCorrected::store),
                     field("staff", &MemberCorrected::staff));
    }

    bool operator==(const MemberCorrected&) const = default;
};

// What a message may be about. Service on an open order asks for no consent.
enum class ConsentPurpose { offers, greetings, surveys, partners };
template<>
struct Words<ConsentPurpose> {
    static constexpr std::array<std::pair<ConsentPurpose, std::string_view>, 4> all{{
        {ConsentPurpose::offers, "offers"},
        {ConsentPurpose::greetings, "greetings"},
        {ConsentPurpose::surveys, "surveys"},
        {ConsentPurpose::partners, "partners"},
    }};
};

enum class ConsentChannel { sms, wechat, phone, email, post };
template<>
struct Words<ConsentChannel> {
    static constexpr std::array<std::pair<ConsentChannel, std::string_view>, 5> all{{
        {ConsentChannel::sms, "sms"},
        {ConsentChannel::wechat, "wechat"},
        {ConsentChannel::phone, "phone"},
        {ConsentChannel::email, "email"},
        {ConsentChannel::post, "post"},
    }};
};

// asked: the wording was read out; yes: she agreed once; confirmed: she agreed again, and only then is
// anything sent; no: nothing is sent from now on.
enum class ConsentAnswer { none, asked, yes, confirmed, no };
template<>
struct Words<ConsentAnswer> {
    static constexpr std::array<std::pair<ConsentAnswer, std::string_view>, 5> all{{
        {ConsentAnswer::none, "none"},
        {ConsentAnswer::asked, "asked"},
        {ConsentAnswer::yes, "yes"},
        {ConsentAnswer::confirmed, "confirmed"},
        {ConsentAnswer::no, "no"},
    }};
};

// Who said what to which wording, where and when.
struct Consent {
    ConsentPurpose purpose{ConsentPurpose::offers};
    ConsentChannel channel{ConsentChannel::sms};
    ConsentAnswer answer{ConsentAnswer::none};
    std::string wording; // The version of the words that were read out.
    std::int64_t at_ms{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("purpose", &Consent::purpose),
                     field("channel", &Consent::channel),
                     field("answer", &Consent::answer),
                     field("wording", &Consent::wording),
                     field("at_ms", &Consent::at_ms));
    }

    bool operator==(const Consent&) const = default;
};

// Whether `later` takes the place of `known`: the one said later; of two said at once, the one that sends less.
// So whoever hears both, in whatever order, comes to the same.
[[nodiscard]] constexpr bool takes_the_place_of(const Consent& later, const Consent& known)
{
    if (later.at_ms != known.at_ms) return later.at_ms > known.at_ms;
    const auto sends_less = [](ConsentAnswer answer) {
        return answer == ConsentAnswer::no ? 0 : static_cast<int>(answer) + 1;
    };
    return sends_less(later.answer) < sends_less(known.answer);
}

// Up: at a counter.
struct ConsentGiven {
    static constexpr std::string_view kind{"consent_given"};

    MemberId member;
    Consent consent;
    PlaceCode store;
    StaffName staff;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &ConsentGiven::member),
                     field("consent", &ConsentGiven::consent),
                     field("store", &ConsentGiven::store),
                     field("staff", &ConsentGiven::staff));
    }

    bool operator==(const ConsentGiven&) const = default;
};

// Down: what holds from now on everywhere, said at a till or to the head office itself.
struct ConsentTold {
    static constexpr std::string_view kind{"consent_told"};

    MemberId member;
    Consent consent;
    PlaceCode store; // Where she said it; empty: to the head office.
    StaffName staff;
    std::int64_t source_origin{0};
    std::int64_t source_number{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &ConsentTold::member),
                     field("consent", &ConsentTold::consent),
                     field("store", &ConsentTold::store),
                     field("staff", &ConsentTold::staff),
                     field("source_origin", &ConsentTold::source_origin),
                     field("source_number", &ConsentTold::source_number));
    }

    bool operator==(const ConsentTold&) const = default;
};

} // namespace guitai
