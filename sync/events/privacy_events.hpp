// The member's own key to her file, who looked into it, and what the law gives her: a copy of what is kept of her,
// and its erasure.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/staff_events.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace guitai {

// What stands for her password wherever it is kept.
struct Password {
    std::string hash; // Argon2id, libsodium's text form; empty: the head office took it away, and she chooses anew.
    std::int64_t at_ms{0}; // Never at or before that of the one it replaces.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("hash", &Password::hash),
                     field("at_ms", &Password::at_ms));
    }

    bool operator==(const Password&) const = default;
};

// Whether `later` takes the place of `known`. Of two chosen at once everybody keeps the same one.
[[nodiscard]] inline bool takes_the_place_of(const Password& later, const Password& known)
{
    if (later.at_ms != known.at_ms) return later.at_ms > known.at_ms;
    return later.hash > known.hash;
}

// Up: she chose one at the pad, alone.
struct PasswordChosen {
    static constexpr std::string_view kind{"password_chosen"};

    MemberId member;
    Password password;
    PlaceCode store;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &PasswordChosen::member),
                     field("password", &PasswordChosen::password),
                     field("store", &PasswordChosen::store));
    }

    bool operator==(const PasswordChosen&) const = default;
};

// Down: it holds everywhere from now on.
struct PasswordTold {
    static constexpr std::string_view kind{"password_told"};

    MemberId member;
    Password password;
    std::int64_t source_origin{0};
    std::int64_t source_number{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &PasswordTold::member),
                     field("password", &PasswordTold::password),
                     field("source_origin", &PasswordTold::source_origin),
                     field("source_number", &PasswordTold::source_number));
    }

    bool operator==(const PasswordTold&) const = default;
};

// tried: her password was typed, and written down before it was looked at; opened: by both keys; own: by herself, for
// her own screen; refused: without her key; read: by somebody at the head office; copied: all of it was handed out.
enum class FileAccess { tried, opened, own, refused, closed, read, copied };
template<>
struct Words<FileAccess> {
    static constexpr std::array<std::pair<FileAccess, std::string_view>, 7> all{{
        {FileAccess::tried, "tried"},
        {FileAccess::opened, "opened"},
        {FileAccess::own, "own"},
        {FileAccess::refused, "refused"},
        {FileAccess::closed, "closed"},
        {FileAccess::read, "read"},
        {FileAccess::copied, "copied"},
    }};
};

// Up: somebody was at a member's file.
struct FileAccessed {
    static constexpr std::string_view kind{"file_accessed"};

    MemberId member;
    FileAccess access{FileAccess::tried};
    StaffName staff; // Empty: she herself.
    Role role{Role::clerk};
    PlaceCode store;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &FileAccessed::member),
                     field("access", &FileAccessed::access),
                     field("staff", &FileAccessed::staff),
                     field("role", &FileAccessed::role),
                     field("store", &FileAccessed::store));
    }

    bool operator==(const FileAccessed&) const = default;
};

// Down: for her own log at every till; at the head office somebody read it.
struct FileAccessTold {
    static constexpr std::string_view kind{"file_access_told"};

    MemberId member;
    FileAccess access{FileAccess::read};
    StaffName staff;
    Role role{Role::office};
    PlaceCode store; // Empty: the head office.
    std::int64_t at_ms{0};
    std::int64_t source_origin{0};
    std::int64_t source_number{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &FileAccessTold::member),
                     field("access", &FileAccessTold::access),
                     field("staff", &FileAccessTold::staff),
                     field("role", &FileAccessTold::role),
                     field("store", &FileAccessTold::store),
                     field("at_ms", &FileAccessTold::at_ms),
                     field("source_origin", &FileAccessTold::source_origin),
                     field("source_number", &FileAccessTold::source_number));
    }

    bool operator==(const FileAccessTold&) const = default;
};

enum class PrivacyWish { copy, erasure };
template<>
struct Words<PrivacyWish> {
    static constexpr std::array<std::pair<PrivacyWish, std::string_view>, 2> all{{
        {PrivacyWish::copy, "copy"},
        {PrivacyWish::erasure, "erasure"},
    }};
};

// Up: she asks the privacy officer for what the law gives her.
struct PrivacyAsked {
    static constexpr std::string_view kind{"privacy_asked"};

    MemberId member;
    PrivacyWish wish{PrivacyWish::copy};
    PlaceCode store;
    StaffName staff; // Empty: she herself, at her own screen.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &PrivacyAsked::member),
                     field("wish", &PrivacyAsked::wish),
                     field("store", &PrivacyAsked::store),
                     field("staff", &PrivacyAsked::staff));
    }

    bool operator==(const PrivacyAsked&) const = default;
};

// Down: nobody knows any more who she was. What she bought and her points stay in the sums, under her number.
struct MemberErased {
    static constexpr std::string_view kind{"member_erased"};

    MemberId member;
    StaffName staff; // The privacy officer.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &MemberErased::member),
                     field("staff", &MemberErased::staff));
    }

    bool operator==(const MemberErased&) const = default;
};

} // namespace guitai
