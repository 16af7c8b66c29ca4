// The one list of everything that both ends of the wire can say.
#pragma once

#include "sync/events/account_events.hpp"
#include "sync/events/address_events.hpp"
#include "sync/events/advice_events.hpp"
#include "sync/events/after_sale_events.hpp"
#include "sync/events/benefit_events.hpp"
#include "sync/events/card_events.hpp"
#include "sync/events/catalogue_events.hpp"
#include "sync/events/complaint_events.hpp"
#include "sync/events/family_events.hpp"
#include "sync/events/fulfil_events.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/lease_events.hpp"
#include "sync/events/member_events.hpp"
#include "sync/events/member_file_events.hpp"
#include "sync/events/membership_events.hpp"
#include "sync/events/miss_events.hpp"
#include "sync/events/order_events.hpp"
#include "sync/events/phone_events.hpp"
#include "sync/events/privacy_events.hpp"
#include "sync/events/restore_events.hpp"
#include "sync/events/result.hpp"
#include "sync/events/rules_events.hpp"
#include "sync/events/sale_events.hpp"
#include "sync/events/service_events.hpp"
#include "sync/events/shift_events.hpp"
#include "sync/events/staff_events.hpp"
#include "sync/events/stock_events.hpp"
#include "sync/events/talk_events.hpp"
#include "sync/events/ticket_events.hpp"
#include "sync/events/tier_events.hpp"
#include "sync/events/value_events.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace guitai {

// Raised by one when an old reader can no longer understand a new writer.
inline constexpr std::int64_t events_version{1};

// A kind that this program does not know yet: kept as the text it came in, and
// counted, never dropped.
struct UnknownEvent {
    static constexpr std::string_view kind{""};

    std::string named;

    bool operator==(const UnknownEvent&) const = default;
};

// To add an event: write its struct, put it here, add its sample to
// tests/golden/events. The compiler finds the rest.
using AnyEvent =
    std::variant<UnknownEvent, ItemsListed, PlaceSet, StaffSet, TillEnrolled, SignInTried, SignedIn, SignedOut,
                 OverrideGiven, StockMoved, MemberEnrolled, MemberSet, PointsPosted, SaleCompleted, TicketParked,
                 TicketRecalled, ShiftOpened, CashMoved, ShiftClosed, DayClosed, OrderPlaced, OrderTaken, OrderHandled,
                 OrderAccepted, OrderDeclined, OrderShipped, OrderArrived, OrderCollected, OrderDelivered,
                 OrderCancelAsked, OrderCancelled, OrderCancelRefused, OrderRefunded, OrderAddressAsked,
                 OrderAddressChanged, OrderAddressRefused, MissRecorded, PromotionsSet, ShopRulesSet, GuidesChanged,
                 ReturnNoted, CardAsked, CardAnswered, AccountPosted, OffersMoved, ParkedTold,
                 RecallTold, TalkEnded, FeelingGiven, PairingsFound, PhotoReviewed, PhoneKeySet,
                 PhoneCodeGiven, PhoneCodeTried, AccountPaid, TillStarted, TillStopped, TillArmed,
                 LeaseGranted, LeaseBrought, LeaseReturned, LeaseRecalled, LeasesVouched,
                 TillSetAside, TillWrittenOff, PointsDayBegan, ValueLoaded, ValuePosted, GiftKeySet,
                 OfficeRestored, LeasesShown, TillGoneWithout, OfficeRecovered, TiersSet, MemberNoted,
                 MemberNoteTold, CannotAccepted, MemberCorrected, ConsentGiven, ConsentTold, PasswordChosen,
                 PasswordTold, FileAccessed, FileAccessTold, PrivacyAsked, MemberErased, MembersMerged,
                 MembersParted, FamilyAsked, FamilyJoined, FamilyMemberLeft, BenefitsSet,
                 MembershipPaid, MembershipRefunded, MembershipTold, ServicesSet, ServiceReturned,
                 ServiceReturnTold, OrderHeld, OrderSubstituteOffered, OrderSubstituteAnswered, OrderSubstituted,
                 OrderAllocated, OrderPickTaken, OrderPickRejected, OrderPacked, OrderHandedOver, OrderBrought,
                 OrderOutForDelivery, OrderDeliveryFailed, OrderCameBack, OrderSplit, FulfilmentSet,
                 ComplaintOpened, ComplaintAnswered, ComplaintTold, ComplaintAnswerTold>;

// Copied and destroyed in event.cpp alone: half a hundred structs in every translation
// unit that only hands an event on would be most of its compile time.
struct EventBody : AnyEvent {
    using AnyEvent::AnyEvent;
    using AnyEvent::operator=;

    EventBody();
    EventBody(const EventBody& other);
    EventBody(EventBody&& other) noexcept;
    EventBody& operator=(const EventBody& other);
    EventBody& operator=(EventBody&& other) noexcept;
    ~EventBody();

    bool operator==(const EventBody& other) const;
};

struct Event {
    // Who wrote it and their how-many-th it is: the identity of an event, given
    // once. 1, 2, 3 … per origin, so a gap shows a loss and a repeat is seen.
    TillNumber origin{office_origin};
    std::int64_t number{0};
    std::int64_t at_ms{0}; // UTC, for people; `number` is what orders events.
    EventBody body;

    bool operator==(const Event&) const = default;
};

// The word for `body` on the wire; of an unknown event, the one it came with.
[[nodiscard]] std::string_view kind_of(const EventBody& body);

// One line of JSON without a line break. An unknown event is never encoded: its text is kept instead.
[[nodiscard]] std::string encode(const Event& event);

// Refuses `event.unreadable`, with the place, what is not an event: no JSON, a
// field missing or of the wrong type, an amount out of range, a text over
// event_bytes_max. A kind from the future is no error: it reads as UnknownEvent.
[[nodiscard]] Result<Event> decode(std::string_view text);

inline constexpr std::size_t event_bytes_max{1'000'000};

} // namespace guitai
